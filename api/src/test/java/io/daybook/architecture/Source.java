package io.daybook.architecture;

import static java.util.Objects.requireNonNull;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** One Java file, parsed but not compiled. */
record Source(Path file, String text, CompilationUnitTree unit, SourcePositions positions) {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** Every file of ours below {@code src/<side>}, in every module. {@code side} is {@code main} or {@code test}. */
    static List<Source> all(String side) {
        try (Stream<Path> modules = Files.list(home())) {
            return parse(
                    modules.map(module -> module.resolve("src").resolve(side).resolve("java"))
                            .filter(Files::isDirectory)
                            .flatMap(Source::filesBelow)
                            .map(Text::read)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder that holds the modules, wherever below it the tests run. */
    static Path home() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("ledger-core")))
            folder = requireNonNull(folder.getParent(), "the tests run outside the project");
        return folder;
    }

    static Source of(Path file, String text) {
        return parse(List.of(new Text(file, text))).getFirst();
    }

    String name() {
        return file.getFileName().toString().replace(".java", "");
    }

    String inPackage() {
        return String.valueOf(unit.getPackageName());
    }

    long lines() {
        return text.lines().count();
    }

    /** All in one task: each task brings a compiler of its own. */
    private static List<Source> parse(List<Text> texts) {
        JavacTask task = (JavacTask) COMPILER.getTask(null, null, null, null, null, texts);
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        Map<URI, Text> byUri = texts.stream().collect(Collectors.toMap(Text::toUri, text -> text));
        List<Source> sources = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                Text text = requireNonNull(byUri.get(unit.getSourceFile().toUri()));
                sources.add(new Source(text.file, text.content, unit, positions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sources;
    }

    private static Stream<Path> filesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final Path file;
        private final String content;

        Text(Path file, String content) {
            super(file.toUri(), JavaFileObject.Kind.SOURCE);
            this.file = file;
            this.content = content;
        }

        static Text read(Path file) {
            try {
                return new Text(file, Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return content;
        }
    }
}
