// about: a thrown object of which nothing can be read
// expect.status: error
throw new Proxy(class {}, new Proxy({}, { get() { throw new Error('no'); } }));
