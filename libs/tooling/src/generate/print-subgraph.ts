// Prints the schema of the one service that is named, or nothing where it exports no subgraph yet.
import { printSchema, type Subgraph } from '@fc/subgraph';

const [service = ''] = process.argv.slice(2);
const nameInCode = service.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const exported = (await import(`@fc/${service}`)) as Readonly<Record<string, Subgraph | undefined>>;
const subgraph = exported[nameInCode];
if (subgraph) process.stdout.write(await printSchema(subgraph));
