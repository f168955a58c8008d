package fr.jalon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Writes files beside what their columns tell, so that other programs can be measured on them. */
final class PersonalCorpus {
  private PersonalCorpus() {}

  private static final long SEED = 2026;
  private static final int PEOPLE = 40;
  private static final int LOOK_ALIKES = 20;

  /** Rows over which a file is not published. */
  private static final int SHORT = 150;

  /** The files of {@code bench/personal-data}: short ones, so that they can be read. */
  static List<PersonalFile> published() {
    List<PersonalFile> all = PersonalFiles.of(SEED, PEOPLE * 2, LOOK_ALIKES * 2);
    List<PersonalFile> published = new ArrayList<>();
    int people = 0;
    int others = 0;
    for (PersonalFile file : all) {
      boolean wanted = file.lookAlike() ? others < LOOK_ALIKES : people < PEOPLE;
      if (wanted && file.text().lines().count() <= SHORT) {
        people += file.lookAlike() ? 0 : 1;
        others += file.lookAlike() ? 1 : 0;
        published.add(file);
      }
    }
    return published;
  }

  static void write(List<PersonalFile> files, Path folder) throws IOException {
    Files.createDirectories(folder);
    StringBuilder truth = new StringBuilder("{\n");
    for (int i = 0; i < files.size(); i++) {
      PersonalFile file = files.get(i);
      Files.write(folder.resolve(file.name()), file.bytes());
      truth.append("  \"").append(file.name()).append("\": {\"headers\": \"");
      truth.append(file.headers().name().toLowerCase(java.util.Locale.ROOT));
      truth.append("\", \"lookAlike\": ").append(file.lookAlike()).append(", \"columns\": [\n");
      for (int column = 0; column < file.columns().size(); column++) {
        truth.append("    ").append(json(file.columns().get(column)));
        truth.append(column + 1 < file.columns().size() ? ",\n" : "\n");
      }
      truth.append(i + 1 < files.size() ? "  ]},\n" : "  ]}\n");
    }
    Files.writeString(folder.resolve("truth.json"), truth.append("}\n"), StandardCharsets.UTF_8);
  }

  /** Rows of texts that tell, 0-based and without the header: those of other columns all do. */
  private static String json(PersonalFile.Truth truth) {
    String category = truth.category() == null ? "null" : "\"" + truth.category() + "\"";
    String rows =
        "text".equals(truth.category())
            ? ", \"rows\": ["
                + Objects.requireNonNull(truth.cells()).stream()
                    .mapToObj(Integer::toString)
                    .collect(java.util.stream.Collectors.joining(","))
                + "]"
            : "";
    return "{\"header\": \"" + truth.header() + "\", \"category\": " + category + rows + "}";
  }
}
