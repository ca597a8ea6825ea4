# about: native code by name
# expect.status: error
# expect.error_type: ModuleNotFoundError
import ctypes
