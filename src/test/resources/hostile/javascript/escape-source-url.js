// about: code that calls itself the host's is still the user's
// expect.status: error
// expect.error_type: Error
eval('throw new Error("x")\n//# sourceURL=faas:bootstrap');
