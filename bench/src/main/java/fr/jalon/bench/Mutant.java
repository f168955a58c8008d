package fr.jalon.bench;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * A class with one condition turned round, or one answer of yes or no.
 *
 * @param place name of the method and number of the line
 */
record Mutant(String place, byte[] bytes) {
  private static final int NONE = -1;
  private static final String PATIENCE = Patience.class.getName().replace('.', '/');

  /** The classes of its room that a class is made of, the parts of its parts too. */
  static Set<String> parts(String name, String room, Set<String> shared) throws IOException {
    Set<String> parts = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      for (String part : named(open.remove(), room, shared)) {
        if (parts.add(part)) {
          open.add(part);
        }
      }
    }
    return parts;
  }

  /** The classes of its room that a class names, but for rules and the shared ones. */
  private static Set<String> named(String name, String room, Set<String> shared)
      throws IOException {
    Set<String> named = new TreeSet<>();
    ClassReader reader = new ClassReader(RuleMutations.bytes(name));
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int item = 1; item < reader.getItemCount(); item++) {
      int offset = reader.getItem(item);
      // 7 is a class in the pool of constants
      if (offset > 0 && reader.readByte(offset - 1) == 7) {
        String other = reader.readUTF8(offset, buffer).replace('/', '.');
        String bare = other.startsWith(room) ? other.substring(room.length()) : ".";
        if (bare.indexOf('.') < 0 && !bare.endsWith("Rule") && !shared.contains(outer(bare))) {
          named.add(other);
        }
      }
    }
    return named;
  }

  private static String outer(String name) {
    return name.split("\\$")[0];
  }

  /** Every mutant of a class. */
  static List<Mutant> of(byte[] bytes) {
    Turning counting = new Turning(null, NONE);
    new ClassReader(bytes).accept(counting, 0);
    List<Mutant> mutants = new ArrayList<>();
    for (int condition = 0; condition < counting.places.size(); condition++) {
      ClassWriter writer = new ClassWriter(0);
      // one more value on the stack, where an answer is turned round
      new ClassReader(bytes).accept(new Turning(writer, condition), 0);
      mutants.add(new Mutant(counting.places.get(condition), writer.toByteArray()));
    }
    return mutants;
  }

  /** Copies a class, one of its conditions turned round. */
  private static final class Turning extends ClassVisitor {
    private final List<String> places = new ArrayList<>();
    private final int turned;
    private boolean record;

    Turning(@Nullable ClassVisitor next, int turned) {
      super(Opcodes.ASM9, next);
      this.turned = turned;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        String superName,
        String @Nullable [] interfaces) {
      record = superName.equals("java/lang/Record");
      super.visit(version, access, name, signature, superName, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String method,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, method, descriptor, signature, exceptions);
      if (record && method.equals("equals")) {
        // written by the compiler
        return next;
      }
      boolean answers = descriptor.endsWith(")Z");
      return new MethodVisitor(Opcodes.ASM9, next) {
        private final Set<Label> passed = new HashSet<>();
        private int line;

        @Override
        public void visitLabel(Label label) {
          passed.add(label);
          super.visitLabel(label);
        }

        @Override
        public void visitLineNumber(int number, Label start) {
          line = number;
          super.visitLineNumber(number, start);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
          if (passed.contains(label)) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, PATIENCE, "turn", "()V", false);
          }
          boolean conditional = opcode != Opcodes.GOTO && opcode != Opcodes.JSR;
          super.visitJumpInsn(conditional && isTurned() ? opposite(opcode) : opcode, label);
        }

        @Override
        public void visitInsn(int opcode) {
          if (opcode == Opcodes.IRETURN && answers && isTurned()) {
            super.visitInsn(Opcodes.ICONST_1);
            super.visitInsn(Opcodes.IXOR);
          }
          super.visitInsn(opcode);
        }

        @Override
        public void visitMaxs(int stack, int locals) {
          super.visitMaxs(stack + 1, locals);
        }

        private boolean isTurned() {
          places.add(method.replaceFirst("lambda\\$(.*)\\$\\d+", "$1") + ":" + line);
          return places.size() - 1 == turned;
        }
      };
    }

    private static int opposite(int opcode) {
      if (opcode == Opcodes.IFNULL || opcode == Opcodes.IFNONNULL) {
        return opcode == Opcodes.IFNULL ? Opcodes.IFNONNULL : Opcodes.IFNULL;
      }
      // the opposites are neighbors, the first of each pair being odd
      return ((opcode + 1) ^ 1) - 1;
    }
  }
}
