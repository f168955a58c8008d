package fr.jalon.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every name of the glossary is a type of the code, or one of its members. */
class GlossaryTest {
  private static final Path GLOSSARY = Path.of("../docs/glossary.md");
  private static final Pattern ROW =
      Pattern.compile("^\\| ([^|]+) \\| ([^|]+) \\|", Pattern.MULTILINE);
  private static final Pattern NAME = Pattern.compile("`([A-Za-z_.]+)`");

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("fr.jalon");

  @Test
  void everyNameIsInTheCode() throws IOException {
    Set<String> types = CODE.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
    List<String> unknown = new ArrayList<>();
    for (String name : names()) {
      String type = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
      if (!types.contains(type) || name.contains(".") && !hasMember(type, name)) {
        unknown.add(name);
      }
    }
    assertThat(unknown)
        .as("name a type of the code, or take the word out of %s", GLOSSARY)
        .isEmpty();
  }

  private boolean hasMember(String type, String name) {
    String member = name.substring(name.indexOf('.') + 1);
    return CODE.stream()
        .filter(each -> each.getSimpleName().equals(type))
        .flatMap(each -> each.getMembers().stream())
        .map(JavaMember::getName)
        .anyMatch(member::equals);
  }

  private static List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    Matcher rows = ROW.matcher(Files.readString(GLOSSARY));
    while (rows.find()) {
      Matcher name = NAME.matcher(rows.group(2));
      while (name.find()) {
        names.add(name.group(1));
      }
    }
    assertThat(names).hasSizeGreaterThan(10);
    return names;
  }
}
