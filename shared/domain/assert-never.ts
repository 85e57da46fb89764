/** Makes a switch over a union fail to compile when a member is missing. */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected value: ${String(value)}`);
}
