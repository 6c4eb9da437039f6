import { schemaName } from '@fc/tenancy';
import { everyService } from '../attack/every-service.ts';

const erased = new Set(everyService.flatMap(({ schema: { service }, erasure: { words } }) => words.flatMap(({ columns }) => columns.map((column) => `${schemaName(service)}.${column}`))));

/** Whether the service destroys what stands in `<schema>.<table>.<column>` when the person is erased: it holds words. */
export const isErased = (column: string): boolean => erased.has(column) || erased.has(column.replace(/[^.]+$/, '*'));
