/** Signs in as a browser does: keeps cookies by path, follows redirects, sends forms. Enough for Keycloak's pages, which work without scripts. */
export class Browser {
  readonly #cookies = new Map<string, { readonly path: string; readonly pair: string }>();
  /** Where it stands. */
  url = '';
  page = '';

  /** Goes there and follows redirects, up to an address that begins with `until` (which is not asked for). */
  async open(url: string, until: string, form?: URLSearchParams): Promise<void> {
    for (let hops = 0; hops < 15; hops += 1) {
      this.url = url;
      if (url.startsWith(until)) return;
      const response = await fetch(url, { redirect: 'manual', headers: { cookie: this.#cookiesFor(new URL(url).pathname) }, ...(form && hops === 0 ? { method: 'POST', body: form } : {}) });
      for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
      this.page = await response.text();
      const location = response.headers.get('location');
      if (!location) return;
      url = new URL(location, url).href;
    }
    throw new Error(`Too many redirects, the last to ${url}`);
  }

  /** Sends the page's form as it came, as pages of SAML do by a script. */
  async submitUnchanged(until: string): Promise<void> {
    const hidden = [...this.page.matchAll(/<input[^>]*type="hidden"[^>]*>/gi)].map(([input]) => [attributeOf(input, 'name'), attributeOf(input, 'value')] as const);
    await this.submit(Object.fromEntries(hidden), until);
  }

  /** Sends the page's form. */
  async submit(fields: Record<string, string>, until: string): Promise<void> {
    const action = /<form[^>]*action="([^"]+)"/.exec(this.page)?.[1]?.replaceAll('&amp;', '&');
    if (!action) throw new Error(`There is no form on ${this.url}`);
    await this.open(new URL(action, this.url).href, until, new URLSearchParams(fields));
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(/;\s*/);
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice('path='.length) ?? '/';
    this.#cookies.set(`${path} ${pair.split('=')[0]}`, { path, pair });
  }

  #cookiesFor(pathname: string): string {
    return [...this.#cookies.values()].filter(({ path, pair }) => pathname.startsWith(path) && !pair.endsWith('=')).map(({ pair }) => pair).join('; ');
  }
}

const attributeOf = (tag: string, name: string): string =>
  (new RegExp(`\\b${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? '').replaceAll(/&#(x?)([\da-f]+);/gi, (_all, hex: string, code: string) => String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10))).replaceAll('&amp;', '&');
