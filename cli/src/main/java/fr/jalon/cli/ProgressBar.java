package fr.jalon.cli;

import fr.jalon.engine.Sentences;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How far a command is: a line redrawn in place on a terminal, else a plain line now and then.
 * Other lines pass through {@link #say}, so that the two do not mix. Thread-safe.
 */
final class ProgressBar {
  private static final long REDRAW = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PLAIN_LINE = TimeUnit.SECONDS.toNanos(5);
  private static final int BAR = 24;

  private final PrintStream err;
  private final Sentences sentences;
  private final int all;
  private final long bytes;
  private final int width;
  private final boolean quiet;
  private final long started = System.nanoTime();
  private long last;
  private int done;
  private long bytesDone;
  private double partly;
  private boolean drawn;

  /**
   * @param width columns of the terminal, 0 when there is none
   */
  ProgressBar(PrintStream err, int all, long bytes, int width, boolean quiet) {
    this.err = err;
    this.sentences = Sentences.in(Locale.getDefault());
    this.all = all;
    this.bytes = bytes;
    this.width = width;
    this.quiet = quiet;
    this.last = width > 0 ? started - REDRAW : started;
  }

  /** The columns of the terminal that standard error is, as the launcher saw it; else 0. */
  static int terminal() {
    return Integer.getInteger("jalon.terminal", 0);
  }

  synchronized void started(String name) {
    show(name);
  }

  /** The only file of the command is this far, 0 to 1. */
  synchronized void at(String name, double share) {
    if (all == 1) {
      partly = share;
      show(name);
    }
  }

  synchronized void done(String name, long size) {
    done++;
    bytesDone += size;
    partly = 0;
    show(name);
  }

  synchronized void say(String line) {
    erase();
    err.println(line);
  }

  synchronized void finish() {
    erase();
  }

  double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }

  private void show(String name) {
    long now = System.nanoTime();
    if (quiet || now - last < (width > 0 ? REDRAW : PLAIN_LINE)) {
      return;
    }
    last = now;
    String text =
        sentences.say(
            "cli.progress",
            Map.of(
                "done", sentences.number(done),
                "all", sentences.number(all),
                "rate", sentences.number(Math.round(done / Math.max(0.001, seconds()))),
                "file", Report.printable(name)));
    if (width == 0) {
      err.println(text);
      return;
    }
    String line = bar() + " " + text;
    int most = Math.max(BAR, width - 1);
    String cut = line.length() <= most ? line : line.substring(0, most);
    err.print("\r" + cut + "\u001b[K");
    err.flush();
    drawn = true;
  }

  /** By bytes rather than by files: one may be as long as all the others. */
  private String bar() {
    double share = all == 1 ? Math.max(partly, done) : bytesDone / (double) Math.max(1, bytes);
    int full = (int) Math.round(Math.min(1, share) * BAR);
    return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
  }

  private void erase() {
    if (drawn) {
      err.print("\r\u001b[K");
      drawn = false;
    }
  }
}
