/** Zod parts for what strangers send: lenient in lists and in what is not essential, bounded in everything. */
import { z } from 'zod';

/** Cut to so many characters; undefined where it is no text or blank. */
export function text(most: number) {
  return z
    .string()
    .transform((value) => value.trim().slice(0, most) || undefined)
    .optional()
    .catch(undefined);
}

export const flag = z.boolean().catch(false).default(false);

/** ISO 8601 in UTC; undefined where it is no time. */
export const time = z
  .string()
  .transform((value) => {
    const at = Date.parse(value);
    return Number.isNaN(at) ? undefined : new Date(at).toISOString();
  })
  .optional()
  .catch(undefined);

/** The members that can be read; the others are left out, and all after the first `most`. */
export function list<Member extends z.ZodType>(member: Member, most: number) {
  return z
    .array(z.unknown())
    .catch([])
    .default([])
    .transform((values) =>
      values.slice(0, most).flatMap((value) => {
        const read = member.safeParse(value);
        return read.success ? [read.data] : [];
      }),
    );
}
