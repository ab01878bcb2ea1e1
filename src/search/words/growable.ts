/** Typed arrays that grow by half when full; plain arrays of numbers would cost twice the memory. */

export class GrowableWords {
  values: Uint32Array;
  length: number;

  constructor(values: Uint32Array = new Uint32Array(64)) {
    this.values = values;
    this.length = 0;
  }

  /** An array that already holds these values. */
  static from(values: Uint32Array): GrowableWords {
    const grown = new GrowableWords(values);
    grown.length = values.length;
    return grown;
  }

  push(value: number): number {
    if (this.length === this.values.length) this.reserve(this.length + 1);
    this.values[this.length] = value;
    this.length += 1;
    return this.length - 1;
  }

  get(index: number): number {
    return this.values[index] as number;
  }

  /** The values so far, without the spare room. */
  taken(): Uint32Array {
    return this.values.slice(0, this.length);
  }

  private reserve(wanted: number): void {
    const grown = new Uint32Array(Math.max(wanted, 64, Math.ceil(this.values.length * 1.5)));
    grown.set(this.values);
    this.values = grown;
  }
}

export class GrowableUnits {
  values: Uint16Array;
  length: number;

  constructor(values: Uint16Array = new Uint16Array(256)) {
    this.values = values;
    this.length = 0;
  }

  static from(values: Uint16Array): GrowableUnits {
    const grown = new GrowableUnits(values);
    grown.length = values.length;
    return grown;
  }

  append(units: Uint16Array, count: number): void {
    const wanted = this.length + count;
    if (wanted > this.values.length) {
      const grown = new Uint16Array(Math.max(wanted, Math.ceil(this.values.length * 1.5)));
      grown.set(this.values.subarray(0, this.length));
      this.values = grown;
    }
    for (let index = 0; index < count; index += 1) this.values[this.length + index] = units[index] as number;
    this.length = wanted;
  }

  taken(): Uint16Array {
    return this.values.slice(0, this.length);
  }
}
