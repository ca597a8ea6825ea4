# about: data nested by a parser in C
# expect.status: error
# expect.error_type: RecursionError
import json

json.loads("[" * 1000000)
