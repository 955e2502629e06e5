/** JSON of what is seen of a run: typed arrays are printed as arrays; numbers that are not finite become null. */
export function printValue(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    ArrayBuffer.isView(member) ? Array.from(member as unknown as ArrayLike<number>) : member,
  );
}
