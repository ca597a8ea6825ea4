// about: the engine's own syntax for its inner functions is not offered
// expect.status: syntax_error
%DebugPrint(1);
