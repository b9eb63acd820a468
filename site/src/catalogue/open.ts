/** The catalogue the site is built from, opened once for a location. Pages read; nothing here writes. */
import path from 'node:path';
import { type Catalogue, openCatalogue } from '../../../catalogue/index.ts';

const opened = new Map<string, Promise<Catalogue>>();

/** `PLIMSOLL_DB`, else `.plimsoll/catalogue.db` below the folder the build was started in. */
export function siteCatalogue(): Promise<Catalogue> {
  const location = process.env.PLIMSOLL_DB ?? path.resolve('.plimsoll/catalogue.db');
  const known = opened.get(location);
  if (known) return known;
  const catalogue = openCatalogue(location, { readOnly: true });
  opened.set(location, catalogue);
  return catalogue;
}
