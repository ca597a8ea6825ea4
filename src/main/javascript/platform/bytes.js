// What holds bytes, and bytes as text of one character each, the form in which the host takes and gives them.
(primordials, { kinds }) => {
  const {
    DataViewPrototypeGetBuffer, DataViewPrototypeGetByteLength, DataViewPrototypeGetByteOffset, MathMin, StringFromCharCode,
    StringPrototypeCharCodeAt, TypedArrayPrototypeGetBuffer, TypedArrayPrototypeGetByteLength, TypedArrayPrototypeGetByteOffset,
    TypedArrayPrototypeGetLength, Uint8Array,
  } = primordials;
  const kindOf = (value) => (value !== null && typeof value === 'object' && kinds.proxyDetails(value) === undefined ? kinds.kindOf(value) : '');

  /** A buffer or a view as bytes; undefined when it is neither. */
  const bytesOf = (source) => {
    switch (kindOf(source)) {
      case 'ArrayBuffer':
      case 'SharedArrayBuffer':
        return new Uint8Array(source);
      case 'TypedArray':
        return new Uint8Array(TypedArrayPrototypeGetBuffer(source), TypedArrayPrototypeGetByteOffset(source), TypedArrayPrototypeGetByteLength(source));
      case 'DataView':
        return new Uint8Array(DataViewPrototypeGetBuffer(source), DataViewPrototypeGetByteOffset(source), DataViewPrototypeGetByteLength(source));
      default:
        return undefined;
    }
  };

  return {
    bytesOf, kindOf,
    toText(bytes, from, to) {
      let text = '';
      const end = MathMin(to, TypedArrayPrototypeGetLength(bytes));
      for (let i = from; i < end; i++) text += StringFromCharCode(bytes[i]);
      return text;
    },
    fromText(text) {
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) bytes[i] = StringPrototypeCharCodeAt(text, i);
      return bytes;
    },
  };
}
