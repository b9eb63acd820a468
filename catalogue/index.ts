/** The store of the catalogue. */
export type { Catalogue } from './catalogue.ts';
export { CatalogueError } from './catalogue-error.ts';
export type { Judgement } from './look.ts';
export { openCatalogue } from './open-catalogue.ts';
export type * from './records.ts';
