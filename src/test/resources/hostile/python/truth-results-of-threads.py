# about: results of several threads do not mix
# expect.status: success
# expect.ret_val: "main"
# limits.timeout_ms: 20000
import threading


def results(letter):
    for _ in range(50):
        return_val(letter * 100000)


threads = [threading.Thread(target=results, args=(letter,)) for letter in "abcd"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
return_val("main")
