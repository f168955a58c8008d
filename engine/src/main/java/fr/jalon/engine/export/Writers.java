package fr.jalon.engine.export;

import fr.jalon.engine.table.Block;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The writers of one table, at work on the same block at the same time while the next block is
 * being read. Each writer has one block at a time, in order; no more than two blocks are held.
 */
final class Writers implements Closeable {
  private final List<TableWriter> writers = new ArrayList<>();
  private final List<Future<?>> pending = new ArrayList<>();
  private final ExecutorService pool;

  Writers() {
    int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
    this.pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "export");
              thread.setDaemon(true);
              return thread;
            });
  }

  void add(TableWriter writer) {
    // those added last are the slowest and begin first
    writers.add(0, writer);
  }

  void write(Block block, List<TypedChunk> columns) throws IOException {
    await();
    for (TableWriter writer : writers) {
      pending.add(
          pool.submit(
              () -> {
                writer.write(block, columns);
                return null;
              }));
    }
  }

  /** Ends every file, in the order in which their writers were added. */
  List<WrittenFile> finish() throws IOException {
    await();
    List<Future<WrittenFile>> finishing = new ArrayList<>();
    for (TableWriter writer : writers) {
      Callable<WrittenFile> task = writer::finish;
      finishing.add(pool.submit(task));
    }
    List<WrittenFile> files = new ArrayList<>();
    for (Future<WrittenFile> file : finishing) {
      files.add(0, result(file));
    }
    return files;
  }

  @Override
  public void close() throws IOException {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(1, TimeUnit.HOURS)) {
        throw new IOException("a file is still being written after an hour");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while files were being written");
    } finally {
      for (TableWriter writer : writers) {
        writer.close();
      }
    }
  }

  private void await() throws IOException {
    for (Future<?> task : pending) {
      result(task);
    }
    pending.clear();
  }

  private static <T> T result(Future<T> task) throws IOException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while files were being written");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof OutOfMemoryError memory) {
        throw memory;
      }
      throw new IllegalStateException("a writer failed", e.getCause());
    }
  }
}
