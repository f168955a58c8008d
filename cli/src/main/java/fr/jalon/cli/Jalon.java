package fr.jalon.cli;

import java.util.Arrays;
import java.util.List;

/**
 * The engine at a prompt: {@code inspect} and {@code repair}. Exit codes: 0 done, 1 a file could
 * not be read, 2 wrong usage.
 */
public final class Jalon {
  static final int DONE = 0;
  static final int UNREADABLE = 1;
  static final int USAGE = 2;

  private Jalon() {}

  public static void main(String[] arguments) throws Exception {
    System.exit(run(arguments));
  }

  static int run(String... arguments) throws Exception {
    List<String> rest =
        Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
    return switch (arguments.length == 0 ? "" : arguments[0]) {
      case "inspect" -> InspectCommand.run(rest, System.out, System.err);
      case "repair" -> RepairCommand.run(rest, System.out, System.err);
      default -> {
        System.err.println(
            "jalon inspect FILE... [--json] | jalon repair FILE -o OUT [--accept all|ID,ID...]");
        yield USAGE;
      }
    };
  }
}
