/** A BCP 47 tag in its usual spelling: `es-mx` is `es-MX`; undefined for what is no tag. */
export function languageTag(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}
