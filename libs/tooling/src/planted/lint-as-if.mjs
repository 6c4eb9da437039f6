// Reads [{ place, text, needsTypes }] as JSON from standard input and answers what ESLint says of each text as if it stood at its place.
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const cwd = join(import.meta.dirname, '../../../..');
const withTypes = new ESLint({ cwd });
// The compiler's program holds only files that exist: at an invented place the rules that ask it are left out.
const withoutTypes = new ESLint({ cwd, overrideConfig: tseslint.configs.disableTypeChecked });

const answers = [];
for (const { place, text, needsTypes } of await json(process.stdin)) {
  const [result] = await (needsTypes ? withTypes : withoutTypes).lintText(text, { filePath: place });
  answers.push(result.messages.map(({ ruleId, messageId, message }) => ({ ruleId, messageId, message })));
}
process.stdout.write(JSON.stringify(answers));
