// Refused at libs/domain-kernel/src/clock.ts by @typescript-eslint/no-floating-promises
// Needs types
export const save = async (): Promise<void> => undefined;
export const close = (): void => {
  save();
};

// Instead
export const save = async (): Promise<void> => undefined;
export const close = async (): Promise<void> => {
  await save();
};
