/** Long lists on several pages: how many there are, and on which one a place in the list stands. */

export const pageSize = 200;

/** At least 1: an empty list has a page that says so. */
export function pageCount(items: number): number {
  return Math.max(1, Math.ceil(items / pageSize));
}

/** The route parameters of every page of a list: none for the first page, its number for each other. */
export function pageParams(items: number): { page: string | undefined }[] {
  return Array.from({ length: pageCount(items) }, (_, index) => ({
    page: index === 0 ? undefined : String(index + 1),
  }));
}

export function pageNumber(param: string | undefined): number {
  return param === undefined ? 1 : Number(param);
}

/** The items of one page; pages count from 1. */
export function pageItems<Item>(items: readonly Item[], page: number): Item[] {
  return items.slice((page - 1) * pageSize, page * pageSize);
}
