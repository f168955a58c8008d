package fr.jalon.cli;

import fr.jalon.engine.RecipeFile;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Recipes kept in files. */
final class Recipes {
  private Recipes() {}

  /**
   * The mends of a recipe.
   *
   * @throws IllegalArgumentException in words, when the file is none of this version
   */
  static List<Proposal> read(Path file) throws IOException {
    Sentences words = Sentences.in(Locale.getDefault());
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new IllegalArgumentException(Report.notFound(file));
    }
    RecipeFile read =
        Files.size(file) > RecipeFile.LARGEST
            ? new RecipeFile(null, Recipe.UNREADABLE)
            : RecipeFile.read(Files.readAllBytes(file));
    if (read.recipe() == null) {
      throw new IllegalArgumentException(
          words.of(read.refusal() == null ? Recipe.UNREADABLE : read.refusal()));
    }
    return read.recipe().mends();
  }
}
