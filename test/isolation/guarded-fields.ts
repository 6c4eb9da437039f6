import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Every field of the schema that answers by relationship and not by type, as `Type.field`: read from the views, since the schema does not tell. */
export function guardedFields(): string[] {
  const views = globSync('services/*/src/**/*.view{,s}.ts', { cwd: root });
  return views.flatMap((file) => fieldsOf(readFileSync(join(root, file), 'utf8'))).sort();
}

function fieldsOf(source: string): string[] {
  const [, ...types] = source.split('@ObjectType(');
  return types.flatMap((type) => {
    const name = /^'(\w+)'/.exec(type)?.[1] ?? /class (\w+?)(?:View)? /.exec(type)?.[1];
    return [...type.matchAll(/^ {2}(\w+)!: Guarded</gm)].map(([, field]) => `${name}.${field}`);
  });
}
