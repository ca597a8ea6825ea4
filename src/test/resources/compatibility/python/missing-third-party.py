# about: a package from outside the standard library is missing with a message that says why
# expect.status: error
# expect.error_type: ModuleNotFoundError
# expect.error_contains: only Python's standard library is available in the sandbox
import requests
