/** The body of an answer that never reached GraphQL, in the same form as one that did. */
export const refusal = (code: string, message: string): { errors: readonly object[] } => ({ errors: [{ message, extensions: { code } }] });
