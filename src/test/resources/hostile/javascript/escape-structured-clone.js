// about: cloning and shared buffers cross no border
// expect.status: error
structuredClone(() => {});
