package fr.jalon.cli;

import fr.jalon.engine.Json;
import fr.jalon.engine.Sentences;
import fr.jalon.engine.rule.mend.Proposal;
import fr.jalon.engine.rule.mend.Recipe;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;

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
    try {
      Recipe recipe = Json.read(Files.readString(file), Recipe.class);
      if (!recipe.isKnown()) {
        throw new IllegalArgumentException(words.of(recipe.refusal()));
      }
      return recipe.mends();
    } catch (NoSuchFileException missing) {
      throw new IllegalArgumentException(Report.notFound(file), missing);
    } catch (JacksonException | CharacterCodingException | NullPointerException unreadable) {
      throw new IllegalArgumentException(words.of(Recipe.UNREADABLE), unreadable);
    }
  }
}
