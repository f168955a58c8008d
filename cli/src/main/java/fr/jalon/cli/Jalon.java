package fr.jalon.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The engine at a prompt: {@code inspect}, {@code repair} and {@code convert}. Exit codes: 0 done,
 * 1 a file could not be read, 2 wrong usage. Everything is printed in UTF-8.
 */
public final class Jalon {
  static final int DONE = 0;
  static final int UNREADABLE = 1;
  static final int USAGE = 2;

  private Jalon() {}

  public static void main(String[] arguments) throws Exception {
    System.setOut(utf8(FileDescriptor.out));
    System.setErr(utf8(FileDescriptor.err));
    int exit = run(arguments);
    System.out.flush();
    System.exit(exit);
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)), true, StandardCharsets.UTF_8);
  }

  static int run(String... arguments) throws Exception {
    List<String> rest =
        Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    return switch (arguments.length == 0 ? "" : arguments[0]) {
      case "inspect" -> InspectCommand.run(rest, System.out, System.err);
      case "repair" -> RepairCommand.run(rest, System.out, System.err);
      case "convert" -> ConvertCommand.run(rest, System.out, System.err);
      default -> {
        System.err.println(
            "jalon inspect FILE... [--json] | jalon repair FILE -o OUT [--protect ID,ID...] [--accept all|ID,ID...]"
                + " | jalon convert FILE|FOLDER... -o OUT");
        yield USAGE;
      }
    };
  }
}
