# about: processes of the standard library
# expect.status: error
import multiprocessing

process = multiprocessing.Process(target=print)
process.start()
process.join()
