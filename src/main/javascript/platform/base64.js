// atob and btoa, on what V8 has for base64.
(primordials, modules, use) => {
  const { StringFromCharCode, StringPrototypeCharCodeAt, Uint8Array, uncurryThis } = primordials;
  const { DOMException, missing } = use('exceptions');
  const { fromBase64 } = Uint8Array;
  const toBase64 = uncurryThis(Uint8Array.prototype.toBase64);

  const globals = {
    btoa(input) {
      if (arguments.length === 0) throw missing('input');
      const text = `${input}`;
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < text.length; i++) {
        const code = StringPrototypeCharCodeAt(text, i);
        if (code > 0xff) throw new DOMException('Invalid character', 'InvalidCharacterError');
        bytes[i] = code;
      }
      return toBase64(bytes);
    },
    atob(input) {
      if (arguments.length === 0) throw missing('input');
      let bytes;
      try {
        bytes = primordials.FunctionPrototypeCall(fromBase64, Uint8Array, `${input}`);
      } catch (error) {
        if (primordials.ObjectGetPrototypeOf(error) !== primordials.SyntaxErrorPrototype) throw error;
        throw new DOMException('The string to be decoded is not correctly encoded.', 'InvalidCharacterError');
      }
      let text = '';
      for (let i = 0; i < bytes.length; i++) text += StringFromCharCode(bytes[i]);
      return text;
    },
  };
  return { globals };
}
