package fr.jalon.engine.format.csv;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.engine.format.ReadOptions;
import fr.jalon.engine.table.UnreadableFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static final String TOWNS =
      """
      commune;spécialité;dépense
      Châteauneuf;pâté en croûte, à l'échalote;12
      Orléans;crème brûlée à la noisette;15
      BEAUGENCY;GÂTEAU À L'ÉRABLE, FLAN;9
      Saint-Rémy;où naît le garçon;3
      """;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, utf-8",
    "ISO-8859-1, iso-8859-1",
    "x-MacRoman, macintosh",
    "IBM850, ibm850",
    "IBM437, ibm437",
    "UTF-16LE, utf-16le",
    "UTF-16BE, utf-16be",
    "UTF-32LE, utf-32le",
    "UTF-32BE, utf-32be"
  })
  void namesTheEncodingAndLosesNoAccent(String charset, String name) {
    String text = charset.equals("IBM437") ? TOWNS.replace('À', 'A').replace('Â', 'A') : TOWNS;
    Csv csv = Csv.read(text.getBytes(Charset.forName(charset)));
    boolean oldDos = charset.equals("IBM437");
    // Code pages 437 and 850 have the same lower-case letters: either name gives the same text.
    assertThat(csv.table().reading().encoding()).isEqualTo(oldDos ? "ibm850" : name);
    assertThat(csv.columns()).containsExactly("commune", "spécialité", "dépense");
    assertThat(csv.rows().get(1)).containsExactly("Orléans", "crème brûlée à la noisette", "15");
  }

  @ParameterizedTest
  @CsvSource({
    "Il a dit « l’été » – 12 €, windows-1252, windows-1252",
    "cœur et œuvres de chœur, ISO-8859-15, iso-8859-15",
    "prix en €, ISO-8859-15, iso-8859-15"
  })
  void tellsTheLatinAlphabetsApart(String text, String charset, String name) {
    String file = "nom;texte\nÉcole;" + text + "\nMusée;" + text + "\n";
    Csv csv = Csv.read(file.getBytes(Charset.forName(charset)));
    assertThat(csv.table().reading().encoding()).isEqualTo(name);
    assertThat(csv.rows().get(0)).containsExactly("École", text);
  }

  @Test
  void readsGreekAndCyrillicAsALastResort() {
    String greek = "id,name\n1,Αλέξανδρος\n2,Μυρτώ\n";
    assertThat(Csv.read(greek.getBytes(Charset.forName("ISO-8859-7"))).rows().get(0))
        .containsExactly("1", "Αλέξανδρος");
    String russian = "id,name\n1,Москва\n2,Санкт-Петербург\n3,Новосибирск\n";
    assertThat(Csv.read(russian.getBytes(Charset.forName("windows-1251"))).rows().get(0))
        .containsExactly("1", "Москва");
  }

  @Test
  void skipsTheByteOrderMark() {
    Csv csv = Csv.read("\ufeff" + TOWNS);
    assertThat(csv.table().reading().bom()).isTrue();
    assertThat(csv.columns().get(0)).isEqualTo("commune");
  }

  @Test
  void readsEachRecordInItsOwnEncoding() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes("nom;ville\n".getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < 20; i++) {
      out.writeBytes("École maternelle;Orléans\n".getBytes(StandardCharsets.ISO_8859_1));
    }
    out.writeBytes("École élémentaire;Châteauneuf\n".getBytes(StandardCharsets.UTF_8));
    Csv csv = Csv.read(out.toByteArray());
    assertThat(csv.table().reading().encoding()).isEqualTo("iso-8859-1");
    assertThat(csv.notes()).containsExactly("mixed-encodings");
    assertThat(csv.rows().get(0)).containsExactly("École maternelle", "Orléans");
    assertThat(csv.rows().get(20)).containsExactly("École élémentaire", "Châteauneuf");
  }

  @Test
  void saysWhatWasLostBeforeTheFileCame() {
    assertThat(Csv.read("nom;ville\nMus\ufffde;Gien\n").notes()).containsExactly("lost-characters");
    assertThat(Csv.read("nom;ville\nMusÃ©e;Gien\n").notes()).containsExactly("double-encoding");
  }

  @Test
  void losesNoByteOfACutFile() {
    byte[] whole = "nom;ville\nA;Gien\nB;Musée é".getBytes(StandardCharsets.UTF_8);
    Csv csv = Csv.read(Arrays.copyOf(whole, whole.length - 1));
    assertThat(csv.table().reading().encoding()).isEqualTo("utf-8");
    assertThat(csv.rows().get(1).get(1)).startsWith("Musée ").hasSize(7);
  }

  @Test
  void believesAPersonAboutEncodingAndDelimiter() {
    byte[] bytes = "nom,x;ville\nMusée,y;Gien\n".getBytes(StandardCharsets.UTF_8);
    ReadOptions options = ReadOptions.NONE.withEncoding("windows-1252").withDelimiter(",");
    Csv csv = Csv.read(bytes, options);
    assertThat(csv.table().reading().encoding()).isEqualTo("windows-1252");
    assertThat(csv.rows()).containsExactly(List.of("MusÃ©e", "y;Gien"));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void skipsTwoByteOrderMarks(String charset) {
    Csv csv = Csv.read(("\ufeff\ufeff" + TOWNS).getBytes(Charset.forName(charset)));
    assertThat(csv.columns()).containsExactly("commune", "spécialité", "dépense");
    assertThat(csv.notes()).isEmpty();
  }

  @Test
  void skipsAByteOrderMarkThatWasReadAsLetters() {
    Csv csv = Csv.read("\ufeffï»¿" + TOWNS);
    assertThat(csv.columns()).containsExactly("commune", "spécialité", "dépense");
  }

  @Test
  void readsTheApostropheOfAMacBeforeAnAccent() {
    String text = "lieu;nom\nGien;l’école\nBriare;l’église\n";
    Csv csv = Csv.read(text.getBytes(Charset.forName("x-MacRoman")));
    assertThat(csv.rows())
        .containsExactly(List.of("Gien", "l’école"), List.of("Briare", "l’église"));
    assertThat(csv.table().reading().encoding()).isEqualTo("macintosh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Երևան, Գյումրի", "Αθήνα, Πάτρα", "القاهرة", "北京市, 上海市", "Łódź, Kraków"})
  void keepsUtf8OfAnyAlphabet(String towns) {
    Csv csv = Csv.read("id;nom\n1;" + towns + "\n2;" + towns + "\n");
    assertThat(csv.rows().get(1)).containsExactly("2", towns);
    assertThat(csv.table().reading().encoding()).isEqualTo("utf-8");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, true", "UTF-16BE, true", "UTF-16LE, false", "UTF-16BE, false"})
  void setsUtf16RightWhereAReturnWasAddedToEachLine(String charset, boolean marked) {
    byte[] whole = ((marked ? "\ufeff" : "") + TOWNS).getBytes(Charset.forName(charset));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte value : whole) {
      if (value == '\n') {
        out.write('\r');
      }
      out.write(value);
    }
    Csv csv = Csv.read(out.toByteArray());
    assertThat(csv.columns()).containsExactly("commune", "spécialité", "dépense");
    assertThat(csv.rows()).hasSize(4);
    assertThat(csv.rows().get(1)).containsExactly("Orléans", "crème brûlée à la noisette", "15");
    assertThat(csv.notes()).containsExactly("shifted-text");
  }

  @Test
  void readsUtf16CutAtAnOddPlaceOrTurnedInTheMiddle() {
    byte[] whole = TOWNS.getBytes(StandardCharsets.UTF_16LE);
    Csv cut = Csv.read(Arrays.copyOf(whole, whole.length - 1));
    assertThat(cut.rows().get(3)).containsExactly("Saint-Rémy", "où naît le garçon", "3");
    assertThat(cut.notes()).containsExactly("shifted-text");

    int middle = TOWNS.indexOf("Orléans");
    ByteArrayOutputStream turned = new ByteArrayOutputStream();
    turned.writeBytes(TOWNS.substring(0, middle).getBytes(StandardCharsets.UTF_16LE));
    turned.writeBytes(TOWNS.substring(middle).getBytes(StandardCharsets.UTF_16BE));
    Csv csv = Csv.read(turned.toByteArray());
    assertThat(csv.rows().get(1)).containsExactly("Orléans", "crème brûlée à la noisette", "15");
    assertThat(csv.notes()).containsExactly("shifted-text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32BE"})
  void losesNothingOfALongFileOfWideCharacters(String charset) {
    StringBuilder text = new StringBuilder("id;lieu;note\n");
    for (int i = 0; i < 9_000; i++) {
      text.append(i)
          .append(";École ")
          .append("é😀".repeat(i % 7))
          .append(";à ")
          .append(i)
          .append('\n');
    }
    Csv csv = Csv.read(text.toString().getBytes(Charset.forName(charset)));
    assertThat(csv.rows()).hasSize(9_000);
    for (int i = 0; i < 9_000; i++) {
      assertThat(csv.rows().get(i))
          .containsExactly("" + i, "École " + "é😀".repeat(i % 7), "à " + i);
    }
    assertThat(csv.notes()).isEmpty();
  }

  @Test
  void countsEveryCharacterThatCouldNotBeRead() {
    byte[] halfPair = "a;b\nx;\ud83d\ude00\ny;z\n".getBytes(StandardCharsets.UTF_16LE);
    halfPair[14] = 'q';
    halfPair[15] = 0;
    assertThat(Csv.read(halfPair).notes()).contains("undecodable-bytes");

    byte[] windows =
        "lieu;nom\nGien;l\u2019\u00e9cole?\nOlivet;d\u2019\u00e9t\u00e9\n"
            .getBytes(Charset.forName("windows-1252"));
    windows[21] = (byte) 0x81;
    Csv csv = Csv.read(windows);
    assertThat(csv.rows().get(0)).containsExactly("Gien", "l’école\ufffd");
    assertThat(csv.notes()).containsExactly("undecodable-bytes");
  }

  @Test
  void aHalfPairOfUtf32IsALostCharacter() throws Exception {
    byte[] text = "nom;lieu\nÉcole;x\nMairie;Orléans\n".getBytes(Charset.forName("UTF-32LE"));
    int x = 4 * "nom;lieu\nÉcole;".length();
    text[x] = 0;
    text[x + 1] = (byte) 0xd8;
    assertThat(Csv.read(text).notes()).contains("undecodable-bytes");
  }

  @Test
  void saysThatAccentsWereSpoiltTwice() {
    assertThat(Csv.read("nom;ville\nMusÃƒÂ©e;Gien\n").notes()).containsExactly("double-encoding");
    assertThat(Csv.read("nom;ville\nCÅ“ur;Gien\n").notes()).containsExactly("double-encoding");
    assertThat(Csv.read("nom;ville\nMus√©e;Gien\n").notes()).containsExactly("double-encoding");
  }

  @Test
  void leavesOutZeroBytesAndSaysSo() {
    Csv csv = Csv.read("nom;ville;objet\nMusée;Gi\0en;" + "peinture ".repeat(12) + "\n");
    assertThat(csv.rows().get(0).get(1)).isEqualTo("Gien");
    assertThat(csv.notes()).contains("zero-bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1250, 'Łódź, Wrocław, Częstochowa, Gdańsk'",
    "windows-1250, 'Plzeň, České Budějovice, Ústí nad Labem, Třebíč'",
    "windows-1251, 'Москва, Санкт-Петербург, Новосибирск'",
    "KOI8-R, 'Москва, Санкт-Петербург, Новосибирск'",
    "ISO-8859-7, 'Αθήνα, Θεσσαλονίκη, Ηράκλειο'",
    "windows-1253, 'Αθήνα, Θεσσαλονίκη, Ηράκλειο'"
  })
  void readsOtherAlphabetsAsALastResort(String charset, String towns) {
    Csv csv =
        Csv.read(("id;nom\n1;" + towns + "\n2;" + towns + "\n").getBytes(Charset.forName(charset)));
    assertThat(csv.rows().get(0)).containsExactly("1", towns);
  }

  @Test
  void takesNoProgramForTextThatSlipped() {
    byte[] program = new byte[4_000];
    Random random = new Random(5);
    for (int i = 0; i < program.length; i++) {
      program[i] = (byte) (random.nextBoolean() ? 0 : random.nextInt(256));
    }
    Assertions.assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> Csv.tryRead(program, ReadOptions.NONE))
        .matches(refused -> refused.refusal().code().equals("not-a-table.binary"));
  }

  @Test
  void refusesAnEncodingNobodyKnows() {
    Assertions.assertThatExceptionOfType(UnreadableFile.class)
        .isThrownBy(() -> Csv.tryRead(new byte[] {'a'}, ReadOptions.NONE.withEncoding("klingon")))
        .matches(refused -> refused.refusal().code().equals("unknown-encoding"));
  }
}
