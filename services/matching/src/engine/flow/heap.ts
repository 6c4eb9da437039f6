/** A smallest-first queue of mentors by distance. Equal distances come out by the mentor's number, so that every run is the same. */
export class Heap {
  #size = 0;
  #keys = new Float64Array(64);
  #items = new Int32Array(64);
  /** Of the item that `pop` answered last. */
  key = 0;

  clear(): void {
    this.#size = 0;
  }

  push(key: number, item: number): void {
    if (this.#size === this.#keys.length) this.#grow();
    const [keys, items] = [this.#keys, this.#items];
    let at = this.#size;
    this.#size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const [above, whose] = [keys[parent]!, items[parent]!]; // within the size, here and below
      if (above < key || (above === key && whose <= item)) break;
      keys[at] = above;
      items[at] = whose;
      at = parent;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** The item with the smallest key, which `key` then holds; -1 when there is none. */
  pop(): number {
    if (this.#size === 0) return -1;
    const [keys, items] = [this.#keys, this.#items];
    const first = items[0]!;
    this.key = keys[0]!;
    this.#size -= 1;
    const [key, item] = [keys[this.#size]!, items[this.#size]!];
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#size) break;
      const right = child + 1;
      if (right < this.#size && (keys[right]! < keys[child]! || (keys[right]! === keys[child]! && items[right]! < items[child]!))) child = right;
      if (key < keys[child]! || (key === keys[child]! && item <= items[child]!)) break;
      keys[at] = keys[child]!;
      items[at] = items[child]!;
      at = child;
    }
    keys[at] = key;
    items[at] = item;
    return first;
  }

  #grow(): void {
    const [keys, items] = [this.#keys, this.#items];
    this.#keys = new Float64Array(keys.length * 2);
    this.#items = new Int32Array(items.length * 2);
    this.#keys.set(keys);
    this.#items.set(items);
  }
}
