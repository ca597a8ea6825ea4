package io.faasruntime.runtime.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.faasruntime.api.Batch;
import io.faasruntime.api.BatchIsolation;
import io.faasruntime.api.BatchItem;
import io.faasruntime.api.BatchOrder;
import io.faasruntime.api.BatchProgress;
import io.faasruntime.api.BatchProgress.Ending;
import io.faasruntime.api.BatchRequest;
import io.faasruntime.api.ExecutionRequest;
import io.faasruntime.api.ExecutionStatus;
import io.faasruntime.api.InvalidRequestException;
import io.faasruntime.api.ServiceBusyException;
import io.faasruntime.api.ServiceCall;
import io.faasruntime.api.ServiceUnavailableException;
import io.faasruntime.runtime.batch.ScriptedWork.Started;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BatchRunTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration NOT_AT_ALL = Duration.ZERO;

    private final CountDownLatch over = new CountDownLatch(1);

    private BatchRun start(ScriptedWork work, BatchRequest request) {
        return BatchRun.start(request, work, over::countDown);
    }

    private static BatchRequest request(Iterable<?> inputs) {
        return BatchRequest.of(ExecutionRequest.of("code"), inputs);
    }

    private static List<String> outputs(List<BatchItem> items) {
        return items.stream()
                .map(item -> item.result().orElseThrow().output().stdout())
                .toList();
    }

    @Test
    void givesEveryResultInTheOrderOfTheInputs() {
        ScriptedWork work = ScriptedWork.alone(4);
        work.succeedAlways();
        List<Integer> inputs = IntStream.range(0, 5_000).boxed().toList();
        try (Stream<BatchItem> items = start(work, request(inputs)).stream()) {
            List<BatchItem> all = items.toList();
            assertEquals(inputs.stream().map(String::valueOf).toList(), outputs(all));
            assertEquals(
                    IntStream.range(0, 5_000).mapToObj(Long::valueOf).toList(),
                    all.stream().map(BatchItem::index).toList());
        }
    }

    @Test
    void holdsBackWhatIsDoneUntilItsTurnComes() throws Exception {
        ScriptedWork work = ScriptedWork.alone(3);
        try (BatchRun batch = start(work, request(List.of("a", "b")))) {
            Started a = work.next();
            work.next().succeed();
            assertTrue(batch.poll(NOT_AT_ALL).isEmpty());
            a.succeed();
            assertEquals(0, batch.poll(LONG).orElseThrow().index());
            assertEquals(1, batch.poll(LONG).orElseThrow().index());
        }
    }

    @Test
    void givesWhatIsDoneFirstIfAskedTo() throws Exception {
        ScriptedWork work = ScriptedWork.alone(3);
        try (BatchRun batch = start(work, request(List.of("a", "b")).withOrder(BatchOrder.COMPLETION))) {
            Started a = work.next();
            work.next().succeed();
            assertEquals(1, batch.poll(LONG).orElseThrow().index());
            a.succeed();
            assertEquals(0, batch.poll(LONG).orElseThrow().index());
        }
    }

    @Test
    void aBadInputIsAnItemLikeTheOthers() {
        ScriptedWork work = ScriptedWork.alone(2);
        work.succeedAlways();
        Batch batch = start(work, request(List.of("a", "bad", "c")));
        try (Stream<BatchItem> items = batch.stream()) {
            List<BatchItem> all = items.toList();
            assertTrue(all.get(0).isSuccess());
            InvalidRequestException refusal = assertInstanceOf(
                    InvalidRequestException.class, all.get(1).failure().orElseThrow());
            assertEquals("input", refusal.field());
            assertEquals("c", all.get(2).result().orElseThrow().output().stdout());
        }
        BatchProgress progress = batch.progress();
        assertEquals(Ending.COMPLETED, progress.ended().orElseThrow());
        assertEquals(3, progress.done());
        assertEquals(1, progress.failed());
        assertEquals(2, progress.succeeded());
        assertEquals(OptionalLong.of(3), progress.total());
    }

    @Test
    void doesNotReadInputsWithoutEndFasterThanItemsAreTaken() throws Exception {
        ScriptedWork work = ScriptedWork.alone(2);
        work.succeedAlways();
        AtomicLong made = new AtomicLong();
        try (BatchRun batch = start(work, request(counting(made)))) {
            assertTrue(batch.poll(LONG).isPresent());
            awaitStill(made);
            long unread = made.get();
            assertTrue(unread < 5_000, unread + " inputs read for one item");
            for (int i = 1; i < 4_000; i++) {
                assertEquals(i, batch.poll(LONG).orElseThrow().index());
            }
        }
        assertTrue(over.await(20, TimeUnit.SECONDS));
    }

    private static Iterable<Long> counting(AtomicLong made) {
        return () -> Stream.generate(made::incrementAndGet).iterator();
    }

    /** Until the number has stayed the same for a while. */
    private static void awaitStill(AtomicLong number) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long seen;
        do {
            seen = number.get();
            never.await(200, TimeUnit.MILLISECONDS);
        } while (seen != number.get());
    }

    @Test
    void itemsThatAreLargeStopItSooner() throws Exception {
        ScriptedWork work = ScriptedWork.alone(1);
        AtomicLong made = new AtomicLong();
        try (BatchRun batch = start(work, request(counting(made)))) {
            String large = "x".repeat(3 << 20);
            for (int i = 0; i < 3; i++) {
                work.next().give(ScriptedWork.result(ExecutionStatus.SUCCESS, large, Duration.ofMillis(1)));
            }
            awaitStill(made);
            assertTrue(work.begun() <= 5, work.begun() + " runs begun while 9 MB wait for their reader");
            assertTrue(batch.poll(LONG).isPresent());
            assertTrue(batch.poll(LONG).isPresent());
            work.next();
        }
    }

    @Test
    void stopsAfterAsManyFailuresAsAllowed() {
        ScriptedWork work = ScriptedWork.alone(1);
        BatchRun batch =
                start(work, request(List.of("a", "bad", "c", "bad", "e", "f")).stoppingAfter(2));
        work.succeedAlways();
        try (Stream<BatchItem> items = batch.stream()) {
            // The third may still have been under way.
            List<Long> given =
                    items.map(BatchItem::index).filter(index -> index != 2).toList();
            assertEquals(List.of(0L, 1L, 3L), given);
        }
        assertEquals(Ending.FAILURES, batch.progress().ended().orElseThrow());
        assertEquals(2, batch.progress().failed());
    }

    @Test
    void failuresOfTheCodeCountAsWell() throws Exception {
        ScriptedWork work = ScriptedWork.alone(2);
        BatchRun batch = start(work, request(List.of("a", "b", "c")).stoppingAfter(1));
        work.next().give(ScriptedWork.failure("a"));
        assertFalse(batch.poll(LONG).orElseThrow().isSuccess());
        assertTrue(over.await(20, TimeUnit.SECONDS));
        assertTrue(batch.isOver());
    }

    @Test
    void endsItsRunsWhenTheReaderGoesAway() throws Exception {
        ScriptedWork work = ScriptedWork.alone(3);
        BatchRun batch = start(work, request(List.of("a", "b", "c")));
        Started a = work.next();
        Started b = work.next();
        batch.close();
        assertThrows(Exception.class, () -> a.future().get(20, TimeUnit.SECONDS));
        assertThrows(Exception.class, () -> b.future().get(20, TimeUnit.SECONDS));
        assertTrue(a.future().isCancelled());
        assertTrue(b.future().isCancelled());
        assertEquals(Ending.CANCELLED, batch.progress().ended().orElseThrow());
    }

    @Test
    void endsAtItsDeadlineAndKeepsWhatIsDone() throws Exception {
        ScriptedWork work = ScriptedWork.alone(2);
        BatchRun batch = start(work, request(List.of("a", "b", "c")).withDeadline(Duration.ofMillis(300)));
        work.next().succeed();
        Started stuck = work.next();
        try (Stream<BatchItem> items = batch.stream()) {
            assertEquals(List.of(0L), items.map(BatchItem::index).toList());
        }
        assertEquals(Ending.DEADLINE, batch.progress().ended().orElseThrow());
        assertThrows(Exception.class, () -> stuck.future().get(20, TimeUnit.SECONDS));
    }

    @Test
    void aDeadlineLeavesAHoleInTheOrderAndNotMore() throws Exception {
        ScriptedWork work = ScriptedWork.alone(3);
        BatchRun batch = start(work, request(List.of("a", "b")).withDeadline(Duration.ofMillis(300)));
        work.next();
        work.next().succeed();
        try (Stream<BatchItem> items = batch.stream()) {
            assertEquals(List.of(1L), items.map(BatchItem::index).toList());
        }
    }

    @Test
    void triesAgainWhatABusyServiceDidNotTake() throws Exception {
        ScriptedWork work = ScriptedWork.alone(2);
        BatchRun batch = start(work, request(List.of("a")));
        for (int i = 0; i < 3; i++) {
            work.next().fail(new ServiceBusyException("busy", ServiceCall.notMade("s"), Duration.ofMillis(1), null));
        }
        work.next().succeed();
        assertTrue(batch.poll(LONG).orElseThrow().isSuccess());
    }

    @Test
    void aFailureThatMayHaveRunTheCodeIsFinal() throws Exception {
        ScriptedWork work = ScriptedWork.alone(2);
        BatchRun batch = start(work, request(List.of("a")));
        work.next().fail(ServiceUnavailableException.failed("gone", ServiceCall.notMade("s"), null));
        assertInstanceOf(
                ServiceUnavailableException.class,
                batch.poll(LONG).orElseThrow().failure().orElseThrow());
    }

    @Test
    void tellsOfInputsThatCouldNotBeReadOnceTheOthersAreThrough() throws Exception {
        ScriptedWork work = ScriptedWork.alone(2);
        work.succeedAlways();
        IllegalStateException broken = new IllegalStateException("no more");
        Iterable<String> inputs = () -> Stream.of("a", "b")
                .peek(input -> {
                    if (input.equals("b")) {
                        throw broken;
                    }
                })
                .iterator();
        BatchRun batch = start(work, request(inputs));
        try (Stream<BatchItem> items = batch.stream()) {
            Iterator<BatchItem> iterator = items.iterator();
            assertEquals(0, iterator.next().index());
            assertSame(broken, assertThrows(IllegalStateException.class, iterator::hasNext));
        }
        assertEquals(Ending.BROKEN, batch.progress().ended().orElseThrow());
    }

    @Test
    void leavesAWorkerToOthersOnceItsInputsTakeLong() throws Exception {
        ScriptedWork work = ScriptedWork.alone(2);
        try (BatchRun batch =
                start(work, request(IntStream.range(0, 100).boxed().toList()))) {
            work.next().give(ScriptedWork.result(ExecutionStatus.SUCCESS, "", Duration.ofSeconds(3)));
            assertTrue(batch.poll(LONG).isPresent());
            Started second = work.next();
            assertEquals(2, work.begun());
            second.give(ScriptedWork.result(ExecutionStatus.SUCCESS, "", Duration.ofSeconds(3)));
            work.next();
            assertEquals(3, work.begun());
        }
    }

    @Test
    void takesMoreOfTheWorkersWhenItsInputsAreShort() throws Exception {
        ScriptedWork work = ScriptedWork.alone(2);
        try (BatchRun batch =
                start(work, request(IntStream.range(0, 100).boxed().toList()))) {
            work.next().succeed();
            for (int i = 0; i < 4; i++) {
                work.next();
            }
            assertEquals(5, work.begun());
        }
    }

    @Test
    void goesOnBehindAnInputThatEndedTheProcess() {
        ScriptedWork work = ScriptedWork.together(1);
        BatchRun batch =
                start(work, request(IntStream.range(0, 40).boxed().toList()).withIsolation(BatchIsolation.BATCH));
        Thread runs = new Thread(() -> {
            try {
                while (true) {
                    Started group = work.next();
                    group.succeed(Math.min(2, group.inputs().size()));
                }
            } catch (InterruptedException | AssertionError e) {
                // The test is over.
            }
        });
        runs.setDaemon(true);
        runs.start();
        try (Stream<BatchItem> items = batch.stream()) {
            assertEquals(IntStream.range(0, 40).mapToObj(String::valueOf).toList(), outputs(items.toList()));
        }
        runs.interrupt();
    }

    @Test
    void takesMoreInputsTogetherOnceItKnowsThatTheyAreShort() throws Exception {
        ScriptedWork work = ScriptedWork.together(1);
        try (BatchRun batch = start(
                work,
                request(IntStream.range(0, 1_000).boxed().toList())
                        .withIsolation(BatchIsolation.BATCH)
                        .withOrder(BatchOrder.COMPLETION))) {
            int largest = 0;
            for (int groups = 0; groups < 500 && largest <= 10; groups++) {
                Started group = work.next();
                assertTrue(groups > 0 || group.inputs().size() <= 4, "nothing is known at the beginning");
                largest = Math.max(largest, group.inputs().size());
                group.succeed(group.inputs().size());
            }
            assertTrue(largest > 10, "at most " + largest + " together");
        }
    }

    @Test
    void aGroupThatTheServiceFailedLosesItsFirstInputAtMost() throws Exception {
        ScriptedWork work = ScriptedWork.together(1);
        try (BatchRun batch = start(work, request(List.of("a", "b", "c", "d")).withIsolation(BatchIsolation.BATCH))) {
            Started first = work.next();
            List<String> inputs = new ArrayList<>(first.inputs());
            first.fail(ServiceUnavailableException.failed("gone", ServiceCall.notMade("s"), null));
            assertFalse(batch.poll(LONG).orElseThrow().isSuccess());
            work.succeedAlways();
            for (int i = 1; i < 4; i++) {
                assertTrue(batch.poll(LONG).orElseThrow().isSuccess());
            }
            assertEquals("a", inputs.get(0));
        }
    }

    @Test
    void endsAGroupWhoseOutputNobodyTakesAndRunsTheRestLater() throws Exception {
        ScriptedWork work = ScriptedWork.together(1);
        String large = "x".repeat(20 << 20);
        try (BatchRun batch =
                start(work, request(IntStream.range(0, 900).boxed().toList()).withIsolation(BatchIsolation.BATCH))) {
            Started group = work.next();
            while (group.inputs().size() < 3) {
                group.succeed(group.inputs().size());
                group = work.next();
            }
            group.each().accept(ScriptedWork.result(ExecutionStatus.SUCCESS, large, Duration.ofMillis(1)));
            group.each().accept(ScriptedWork.result(ExecutionStatus.SUCCESS, large, Duration.ofMillis(1)));
            assertTrue(group.future().isCancelled());
            List<BatchItem> items = new ArrayList<>();
            work.succeedAlways();
            CompletableFuture.runAsync(() -> batch.stream().forEach(items::add)).get(20, TimeUnit.SECONDS);
            assertEquals(
                    IntStream.range(0, 900).mapToObj(Long::valueOf).toList(),
                    items.stream().map(BatchItem::index).toList());
        }
    }

    @Test
    void hasOneReader() {
        ScriptedWork work = ScriptedWork.alone(1);
        work.succeedAlways();
        try (BatchRun batch = start(work, request(List.of("a")));
                Stream<BatchItem> items = batch.stream()) {
            assertThrows(IllegalStateException.class, batch::stream);
            assertEquals(1, items.count());
        }
    }
}
