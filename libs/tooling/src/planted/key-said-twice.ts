// Refused at test/sabotage/list.mjs by no-dupe-keys
export const list = [{ name: 'one', name: 'two' }];

// Instead
export const list = [{ name: 'one' }, { name: 'two' }];
