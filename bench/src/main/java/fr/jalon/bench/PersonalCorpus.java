package fr.jalon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Writes files beside what their columns tell, so that other programs can be measured on them. */
final class PersonalCorpus {
  private PersonalCorpus() {}

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
            ? ", \"rows\": [" + Objects.requireNonNull(truth.cells()).stream().mapToObj(Integer::toString).collect(java.util.stream.Collectors.joining(",")) + "]"
            : "";
    return "{\"header\": \"" + truth.header() + "\", \"category\": " + category + rows + "}";
  }
}
