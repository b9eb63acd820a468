/** Dates as the pages write them, always in UTC so that two builds agree. */

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `21 November 2026`, or the text as it came where it is no date. */
export function showDay(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : days.format(time);
}
