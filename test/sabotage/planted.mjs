import { join } from 'node:path';
import { sabotages } from './sabotages.mjs';

const root = join(import.meta.dirname, '../..');

/** What that file holds once the sabotage of that name is planted in it; itself without one. */
export function planted(name, path, source) {
  const { edits = [] } = sabotages.find((sabotage) => sabotage.name === name) ?? {};
  return edits.filter(({ file }) => path === join(root, file)).reduce((text, { search, replace }) => text.replace(search, () => replace), source);
}
