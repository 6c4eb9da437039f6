import { DomainError } from '@fc/domain-kernel';

export const importOver = (): DomainError => new DomainError('IDENTITY.IMPORT_COMPLETE', 'This file has been received to its end. Begin another import for another file.');
export const importNotComplete = (): DomainError => new DomainError('IDENTITY.IMPORT_NOT_COMPLETE', 'This file has not been received to its end yet. Send its other parts first.');
export const partOutOfOrder = (expected: number): DomainError => new DomainError('IDENTITY.IMPORT_PART_ORDER', `The next part of this file is number ${expected}.`);
export const partTooLong = (most: number): DomainError => new DomainError('IDENTITY.IMPORT_PART_TOO_LONG', `A part of a file has at most ${most} characters. Send the file in more parts.`);
export const tooManyRows = (most: number): DomainError => new DomainError('IDENTITY.IMPORT_TOO_MANY_ROWS', `One import takes at most ${most} rows. Split the file.`);
export const notLinked = (column: string): DomainError => new DomainError('IDENTITY.IMPORT_REFERENCE', `${column}: this is neither in the program nor in a row of this file that was taken.`);
export const cannotChange = (what: string): DomainError => new DomainError('IDENTITY.IMPORT_CANNOT_CHANGE', `${what} differs from what is here already, and an import does not change it.`);
export const twiceInFile = (): DomainError => new DomainError('IDENTITY.IMPORT_DUPLICATE', 'An earlier row of this file is about the same record.');
