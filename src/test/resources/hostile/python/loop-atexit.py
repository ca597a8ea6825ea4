# about: code that goes on when the run is over
# expect.status: timeout
# expect.stdout: "end\n"
# limits.timeout_ms: 500
import atexit


@atexit.register
def again():
    while True:
        pass


print("end")
