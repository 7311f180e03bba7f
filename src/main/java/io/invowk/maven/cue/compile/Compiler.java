// SPDX-License-Identifier: Apache-2.0
package io.invowk.maven.cue.compile;

import io.invowk.maven.cue.syntax.Clause;
import io.invowk.maven.cue.syntax.Comprehension;
import io.invowk.maven.cue.syntax.Decl;
import io.invowk.maven.cue.syntax.Expr;
import io.invowk.maven.cue.syntax.Import;
import io.invowk.maven.cue.syntax.Label;
import io.invowk.maven.cue.syntax.ListElement;
import io.invowk.maven.cue.syntax.Name;
import io.invowk.maven.cue.syntax.SourceFile;
import io.invowk.maven.diagnostic.Diagnostic;
import io.invowk.maven.diagnostic.NearName;
import io.invowk.maven.diagnostic.Place;
import io.invowk.maven.diagnostic.SourceText;
import io.invowk.maven.diagnostic.Span;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Resolves the names of one file and finds what is wrong before anything is evaluated. */
public final class Compiler {
    private final SourceFile file;
    private final List<Compilation.Problem> problems = new ArrayList<>();
    private final Map<LetBinding, Set<LetBinding>> letUses = new LinkedHashMap<>();
    private final IdentityHashMap<Decl.Field, Scope> scopeOfAliased = new IdentityHashMap<>();
    /** Fields with an alias whose labels are being compiled. */
    private final Set<Decl.Field> labelsInWork = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Map<String, FieldLabel> identifiers = new HashMap<>();
    private final Map<String, FieldLabel> regulars = new HashMap<>();
    private final Deque<LetBinding> openLets = new ArrayDeque<>();
    private final Expressions expressions = new Expressions(this);
    private SourceText source;
    private Scope scope;

    /** Prepares to compile a file. */
    public Compiler(SourceFile file) {
        this.file = file;
        this.source = file.source();
        this.scope = new Scope(null, false);
    }

    /** Compiles the whole file. Called once, before any expression in its scope. */
    public Compilation<CompiledExpr.StructLiteral> file() {
        for (Import spec : file.imports()) {
            declareImport(spec);
        }
        Scope imports = scope;
        scope = new Scope(imports, true);
        Span all = new Span(0, source.text().length());
        CompiledExpr.StructLiteral root = body(all, file.decls());
        reportUnused(scope);
        reportUnused(imports);
        letCircles();
        return new Compilation<>(root, sorted());
    }

    /** Compiles an expression that stands outside the file but sees its names. */
    public Compilation<CompiledExpr> expression(SourceText text, Expr expr) {
        problems.clear();
        source = text;
        CompiledExpr root = compile(expr);
        return new Compilation<>(root, sorted());
    }

    private List<Compilation.Problem> sorted() {
        if (problems.size() < 2) {
            return problems;
        }
        return problems.stream()
                .sorted(Comparator.comparingInt(p -> p.diagnostic()
                        .place()
                        .map(place -> place.span().start())
                        .orElse(0)))
                .toList();
    }

    CompiledExpr compile(Expr expr) {
        return expr.accept(expressions);
    }

    Place place(Span span) {
        return new Place(source, span);
    }

    void error(Diagnostic diagnostic) {
        problems.add(new Compilation.Problem(false, diagnostic));
    }

    private void declareImport(Import spec) {
        Place place = place(spec.pathSpan());
        String path = spec.path();
        if (!Packages.contains(path)) {
            Diagnostic unknown = Diagnostic.at(place, "unknown package \"" + path + "\"")
                    .note("only packages of CUE's standard library can be imported");
            error(NearName.question(path, Packages.paths()).map(unknown::help).orElse(unknown));
        }
        String name = spec.name().map(Name::text).orElseGet(() -> Packages.nameOf(path));
        if (name.equals(".") || name.startsWith("#") || name.startsWith("_#")) {
            error(Diagnostic.at(place, "\"" + name + "\" cannot name a package"));
            return;
        }
        if (scope.own(name) != null) {
            error(Diagnostic.at(place, "package name \"" + name + "\" is declared twice"));
            return;
        }
        scope.put(
                name,
                new Scope.Name(
                        Scope.Group.FIELD,
                        place(spec.span()),
                        false,
                        null,
                        (at, up) -> new CompiledExpr.PackageMember(at, path, Optional.empty())));
    }

    /** Compiles a struct literal in a scope of its own. */
    CompiledExpr.StructLiteral struct(Span span, List<Decl> decls) {
        Scope around = scope;
        scope = new Scope(around, true);
        CompiledExpr.StructLiteral literal = body(span, decls);
        reportUnused(scope);
        scope = around;
        return literal;
    }

    private CompiledExpr.StructLiteral body(Span span, List<Decl> decls) {
        Map<Decl.Let, LetBinding> lets = Map.of();
        for (Decl decl : decls) {
            if (decl instanceof Decl.Field field) {
                declareField(field);
            } else if (decl instanceof Decl.Let let) {
                lets = lets.isEmpty() ? new IdentityHashMap<>() : lets;
                lets.put(let, declareLet(let));
            }
        }
        List<CompiledDecl> compiled = new ArrayList<>();
        boolean embeds = false;
        for (Decl decl : decls) {
            if (decl instanceof Decl.Field field) {
                compiled.add(field(field));
            } else if (decl instanceof Decl.Let let) {
                let(let, Objects.requireNonNull(lets.get(let)));
            } else if (decl instanceof Decl.Ellipsis) {
                compiled.add(new CompiledDecl.Ellipsis(place(decl.span())));
            } else if (decl instanceof Decl.Embedding embedding) {
                embeds = true;
                compiled.add(new CompiledDecl.Embedding(compile(embedding.value())));
            } else if (decl instanceof Comprehension comprehension) {
                embeds = true;
                compiled.add(comprehension(comprehension));
            }
        }
        return new CompiledExpr.StructLiteral(place(span), compiled, embeds);
    }

    private void declareField(Decl.Field field) {
        if (field.label() instanceof Label.Identifier label && !label.name().equals("_")) {
            String text = normal(label.name());
            FieldLabel name = identifier(text);
            declare(text, new Scope.Name(Scope.Group.FIELD, place(label.span()), true, null, new FieldMeaning(name)));
        }
        if (field.alias().isPresent()) {
            Name alias = field.alias().get();
            scopeOfAliased.put(field, scope);
            if (!(field.label() instanceof Label.Pattern)) {
                declare(
                        alias.text(),
                        new Scope.Name(Scope.Group.ALIAS, place(alias.span()), false, null, aliasOf(field)));
            }
        }
    }

    /** The label that an identifier spells; one for all fields of that name. */
    private FieldLabel identifier(String name) {
        return identifiers.computeIfAbsent(name, FieldLabel::identifier);
    }

    /** The label of a regular field; one for all fields of that name. */
    private FieldLabel regular(String name) {
        FieldLabel known = identifiers.get(name);
        return known != null && known.isField() ? known : regulars.computeIfAbsent(name, FieldLabel::regular);
    }

    private record FieldMeaning(FieldLabel label) implements Scope.Meaning {
        @Override
        public CompiledExpr at(Place place, int up) {
            return new CompiledExpr.FieldReference(place, up, label);
        }
    }

    private Scope.Meaning aliasOf(Decl.Field field) {
        if (field.label() instanceof Label.Identifier label) {
            return new FieldMeaning(identifier(normal(label.name())));
        }
        if (field.label() instanceof Label.Quoted label) {
            return new FieldMeaning(regular(normal(label.name())));
        }
        if (field.label() instanceof Label.Interpolated label) {
            return (at, up) -> new CompiledExpr.DynamicReference(at, up, inScope(at, field, label.value()));
        }
        if (field.label() instanceof Label.Dynamic label) {
            return (at, up) -> new CompiledExpr.DynamicReference(at, up, inScope(at, field, label.value()));
        }
        return (at, up) -> new CompiledExpr.MatchedReference(at, up);
    }

    private CompiledExpr inScope(Place at, Decl.Field field, Expr label) {
        if (!labelsInWork.add(field)) {
            error(Diagnostic.at(at, "an alias cannot be part of the label that it stands for"));
            return new CompiledExpr.Top(at);
        }
        Scope here = scope;
        scope = scopeOfAliased.getOrDefault(field, here);
        CompiledExpr compiled = compile(label);
        scope = here;
        labelsInWork.remove(field);
        return compiled;
    }

    private LetBinding declareLet(Decl.Let let) {
        LetBinding binding = new LetBinding(let.name().text(), place(let.name().span()));
        declare(
                let.name().text(),
                new Scope.Name(
                        Scope.Group.ALIAS,
                        binding.place(),
                        false,
                        binding,
                        (at, up) -> new CompiledExpr.LetReference(at, up, binding)));
        return binding;
    }

    private void let(Decl.Let let, LetBinding binding) {
        Scope.Name name = scope.own(let.name().text());
        Scope.Name own = name != null && name.let == binding ? name : null;
        if (own != null) {
            own.hidden = true;
        }
        openLets.push(binding);
        binding.complete(compile(let.value()));
        openLets.pop();
        if (own != null) {
            own.hidden = false;
        }
    }

    private void declare(String name, Scope.Name declared) {
        if (name.equals("_")) {
            return;
        }
        Scope.Name before = scope.own(name);
        if (before != null && before.group == declared.group) {
            if (declared.group == Scope.Group.ALIAS) {
                error(Diagnostic.at(declared.place, "\"" + name + "\" is declared twice")
                        .also("also declared here", before.place));
            }
            return;
        }
        for (Scope s = scope; s != null; s = s.outer) {
            Scope.Name other = s.own(name);
            if (other == null || other.hidden) {
                continue;
            }
            boolean importOfFile = s.outer == null && scope.outer == s && declared.group == Scope.Group.FIELD;
            if (other.group != declared.group || importOfFile) {
                error(Diagnostic.at(
                                declared.place,
                                importOfFile
                                        ? "field \"" + name + "\" has the name of an imported package"
                                        : "\"" + name + "\" cannot name both a field and a let or alias")
                        .also("also declared here", other.place));
                break;
            }
        }
        scope.put(name, declared);
    }

    private CompiledDecl field(Decl.Field field) {
        Place at = place(field.label().span());
        ArcType arcType = switch (field.constraint()) {
            case MEMBER -> ArcType.MEMBER;
            case OPTIONAL -> ArcType.OPTIONAL;
            case REQUIRED -> ArcType.REQUIRED;
        };
        return field.label().accept(new Label.Visitor<>() {
            @Override
            public CompiledDecl onIdentifier(Label.Identifier label) {
                if (label.name().equals("_")) {
                    error(Diagnostic.at(at, "\"_\" cannot be a label").help("write \"_\" in quotes"));
                }
                FieldLabel name = identifier(normal(label.name()));
                return new CompiledDecl.Field(at, name, arcType, value(field));
            }

            @Override
            public CompiledDecl onQuoted(Label.Quoted label) {
                FieldLabel name = regular(normal(label.name()));
                return new CompiledDecl.Field(at, name, arcType, value(field));
            }

            @Override
            public CompiledDecl onInterpolated(Label.Interpolated label) {
                return new CompiledDecl.Dynamic(at, compile(label.value()), true, arcType, value(field));
            }

            @Override
            public CompiledDecl onDynamic(Label.Dynamic label) {
                return new CompiledDecl.Dynamic(at, compile(label.value()), false, arcType, value(field));
            }

            @Override
            public CompiledDecl onPattern(Label.Pattern label) {
                CompiledExpr pattern = compile(label.value());
                Scope around = scope;
                scope = new Scope(around, false);
                label.alias()
                        .ifPresent(alias -> declare(
                                alias.text(),
                                new Scope.Name(
                                        Scope.Group.ALIAS,
                                        place(alias.span()),
                                        true,
                                        null,
                                        CompiledExpr.LabelReference::new)));
                field.alias()
                        .ifPresent(alias -> declare(
                                alias.text(),
                                new Scope.Name(Scope.Group.ALIAS, place(alias.span()), true, null, aliasOf(field))));
                CompiledExpr value = value(field);
                scope = around;
                return new CompiledDecl.Pattern(at, pattern, value);
            }
        });
    }

    private CompiledExpr value(Decl.Field field) {
        if (field.valueAlias().isEmpty()) {
            return compile(field.value());
        }
        Name alias = field.valueAlias().get();
        Scope around = scope;
        scope = new Scope(around, true);
        declare(
                alias.text(),
                new Scope.Name(Scope.Group.ALIAS, place(alias.span()), false, null, CompiledExpr.SelfReference::new));
        CompiledExpr value = compile(field.value());
        reportUnused(scope);
        scope = around;
        return new CompiledExpr.Aliased(value.place(), value);
    }

    CompiledDecl.Comprehension comprehension(Comprehension comprehension) {
        Scope around = scope;
        List<CompiledClause> clauses = new ArrayList<>();
        for (Clause clause : comprehension.clauses()) {
            clauses.add(clause(clause));
        }
        Expr.StructLiteral body = comprehension.body();
        CompiledExpr.StructLiteral compiled = struct(body.span(), body.decls());
        scope = around;
        return new CompiledDecl.Comprehension(place(comprehension.span()), clauses, compiled);
    }

    private CompiledClause clause(Clause clause) {
        return clause.accept(new Clause.Visitor<CompiledClause>() {
            @Override
            public CompiledClause onFor(Clause.For loop) {
                CompiledExpr from = compile(loop.source());
                scope = new Scope(scope, true);
                Optional<FieldLabel> key = loop.key().flatMap(name -> variable(name));
                return new CompiledClause.For(place(loop.span()), key, variable(loop.value()), from);
            }

            @Override
            public CompiledClause onIf(Clause.If test) {
                return new CompiledClause.If(place(test.span()), compile(test.condition()));
            }

            @Override
            public CompiledClause onLet(Clause.Let let) {
                CompiledExpr value = compile(let.value());
                scope = new Scope(scope, true);
                FieldLabel name = variable(let.name()).orElseGet(() -> FieldLabel.variable("_"));
                return new CompiledClause.Let(place(let.span()), name, value);
            }
        });
    }

    private Optional<FieldLabel> variable(Name name) {
        if (name.text().equals("_")) {
            return Optional.empty();
        }
        FieldLabel label = FieldLabel.variable(name.text());
        declare(
                name.text(),
                new Scope.Name(Scope.Group.FIELD, place(name.span()), true, null, new FieldMeaning(label)));
        return Optional.of(label);
    }

    CompiledExpr identifier(Place at, String spelled) {
        String name = normal(spelled);
        Scope.Found found = scope.find(name);
        if (found != null) {
            found.name().used = true;
            if (found.name().let != null && !openLets.isEmpty()) {
                letUses.computeIfAbsent(openLets.peek(), key -> new LinkedHashSet<>())
                        .add(found.name().let);
            }
            return found.name().meaning.at(at, found.up());
        }
        Optional<CompiledExpr> predeclared = Predeclared.find(name, at);
        if (predeclared.isPresent()) {
            return predeclared.get();
        }
        Diagnostic unknown = Diagnostic.at(at, "unknown name \"" + name + "\"");
        List<String> candidates = scope.visible();
        candidates.addAll(Predeclared.names());
        error(NearName.question(name, candidates).map(unknown::help).orElse(unknown));
        return new CompiledExpr.Bottom(at);
    }

    CompiledExpr list(Expr.ListLiteral list) {
        List<CompiledDecl.ListItem> items = new ArrayList<>();
        for (ListElement element : list.elements()) {
            items.add(
                    element instanceof Comprehension comprehension
                            ? comprehension(comprehension)
                            : compile((Expr) element));
        }
        boolean open = list.ellipsis().isPresent();
        CompiledExpr rest = null;
        if (open && list.ellipsis().get().type().isPresent()) {
            rest = compile(list.ellipsis().get().type().get());
        }
        return new CompiledExpr.ListLiteral(place(list.span()), items, open, rest);
    }

    private void reportUnused(Scope closed) {
        for (Map.Entry<String, Scope.Name> entry : closed.unused()) {
            Scope.Name name = entry.getValue();
            String what = name.group == Scope.Group.FIELD ? "import" : name.let != null ? "let" : "alias";
            error(Diagnostic.at(name.place, "unused " + what + " \"" + entry.getKey() + "\"")
                    .help("remove it"));
        }
    }

    private void letCircles() {
        Set<LetBinding> reported = new LinkedHashSet<>();
        for (LetBinding start : letUses.keySet()) {
            Set<LetBinding> reached = new LinkedHashSet<>();
            Deque<LetBinding> todo = new ArrayDeque<>(letUses.get(start));
            while (!todo.isEmpty()) {
                LetBinding next = todo.pop();
                if (reached.add(next)) {
                    todo.addAll(letUses.getOrDefault(next, Set.of()));
                }
            }
            if (reached.contains(start) && !reported.contains(start)) {
                reported.addAll(reached);
                problems.add(new Compilation.Problem(
                        true, Diagnostic.at(start.place(), "let \"" + start.name() + "\" refers to itself")));
            }
        }
    }

    /** Labels and names that look the same are the same (Unicode NFC). For ASCII the JDK need not load its tables. */
    static String normal(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80) {
                return Normalizer.normalize(name, Normalizer.Form.NFC);
            }
        }
        return name;
    }
}
