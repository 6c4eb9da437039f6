// npm run countyctl -- add king
import { parseArgs } from 'node:util';
import { type Command, commands, options, usage } from './commands.ts';

async function run(): Promise<void> {
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const [name = '', ...words] = positionals;
  const command: Command | undefined = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || words.length < command.needs) throw new Error(usage());
  await command.run(words, values);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
