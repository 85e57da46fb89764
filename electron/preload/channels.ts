/** The page's frame asks for its port; carries nothing. */
export const connectChannel = 'bellwether:connect';
/** The answer; carries one port and nothing else. */
export const portChannel = 'bellwether:port';
