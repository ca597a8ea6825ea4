# about: what programs usually do to get out
# expect.status: error
# expect.error_type: URLError
import urllib.request

urllib.request.urlopen("http://127.0.0.1:9080/health", timeout=1)
