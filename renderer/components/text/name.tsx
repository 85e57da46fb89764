import {
  hasHiddenCharacters,
  markHiddenCharacters,
} from '#shared/domain/text/hidden-characters.ts';
import classes from './name.module.css';

/**
 * A name from a person or a file. It cannot turn the direction of what stands beside it, and
 * characters that are not seen show as marked chips.
 */
export function Name({ children }: { children: string }) {
  if (!hasHiddenCharacters(children)) return <bdi>{children}</bdi>;
  const segments = markHiddenCharacters(children);
  return (
    <bdi>
      {segments.map((segment, index) =>
        segment.kind === 'text' ? (
          segment.text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the segments of a text have no other name
          <span key={index} className={classes['hidden']} title={segment.code}>
            {segment.code}
          </span>
        ),
      )}
    </bdi>
  );
}
