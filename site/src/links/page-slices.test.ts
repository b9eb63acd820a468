import { expect, test } from 'vitest';
import { pageItems, pageNumber, pageParams, pageSize } from './page-slices.ts';

test('gives an empty list one page', () => {
  expect(pageParams(0)).toEqual([{ page: undefined }]);
});

test('gives every item exactly one page', () => {
  const items = Array.from({ length: pageSize * 2 + 1 }, (_, index) => index);

  const pages = pageParams(items.length).map(({ page }) => pageItems(items, pageNumber(page)));

  expect(pages).toHaveLength(3);
  expect(pages.flat()).toEqual(items);
});
