# about: a module of the standard library that cannot be there says so
# expect.status: error
# expect.error_type: ModuleNotFoundError
# expect.error_contains: sandbox
import tkinter
