/** Plain columns for a terminal, padded by what is seen and not by colour codes. */
import { stripVTControlCharacters } from 'node:util';

export interface Column {
  title: string;
  align?: 'left' | 'right';
}

function visibleWidth(text: string): number {
  return [...stripVTControlCharacters(text)].length;
}

/** Rows of already escaped cells as lines, two spaces between columns, no trailing space. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const titles = columns.map((column) => column.title);
  const widths = columns.map((_, index) => Math.max(...[titles, ...rows].map((row) => visibleWidth(row[index] ?? ''))));
  const lines = [titles, ...rows].map((row) =>
    columns
      .map((column, index) => {
        const cell = row[index] ?? '';
        const padding = ' '.repeat((widths[index] ?? 0) - visibleWidth(cell));
        return column.align === 'right' ? padding + cell : cell + padding;
      })
      .join('  ')
      .trimEnd(),
  );
  return lines.join('\n');
}
