/** All that an entity holds at this moment: the same text before and after whatever is to change nothing. */
export const stateOf = (entity: object): string => JSON.stringify({ ...entity });
