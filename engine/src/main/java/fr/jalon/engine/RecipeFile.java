package fr.jalon.engine;

import fr.jalon.engine.rule.mend.Recipe;
import fr.jalon.engine.table.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A recipe as a file that someone gives back: anyone may have written it.
 *
 * @param recipe null when it cannot be replayed
 * @param refusal why, null when it can
 */
public record RecipeFile(@Nullable Recipe recipe, @Nullable Refusal refusal) {
  /** In bytes. A recipe of the longest lists of values seen takes a tenth of it. */
  public static final int LARGEST = 2_000_000;

  /** The file of a recipe, for people to read and keep. */
  public static byte[] write(Recipe recipe) {
    return (Json.writeIndented(recipe) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what is said to be a recipe. */
  public static RecipeFile read(byte[] bytes) {
    if (bytes.length > LARGEST) {
      return refused(Recipe.UNREADABLE);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Recipe recipe = Json.read(text.startsWith("\ufeff") ? text.substring(1) : text, Recipe.class);
      if (recipe == null || recipe.version() < 1) {
        return refused(Recipe.UNREADABLE);
      }
      if (!recipe.isKnown()) {
        return refused(recipe.refusal());
      }
      return isText(Json.write(recipe)) ? new RecipeFile(recipe, null) : refused(Recipe.UNREADABLE);
    } catch (JacksonException | CharacterCodingException unreadable) {
      return refused(Recipe.UNREADABLE);
    }
  }

  /** Half a letter cannot be written again, and no cell of ours holds a NUL. */
  private static boolean isText(String json) {
    return !json.contains("\\u0000") && StandardCharsets.UTF_8.newEncoder().canEncode(json);
  }

  private static RecipeFile refused(Refusal why) {
    return new RecipeFile(null, why);
  }
}
