/** Asked again about the same object, gives the same answer without working it out: recipes are never changed in place. */
export function oncePerObject<In extends object, Out>(make: (of: In) => Out): (of: In) => Out {
  const known = new WeakMap<In, { answer: Out }>();
  return (of) => {
    const before = known.get(of);
    if (before) return before.answer;
    const answer = make(of);
    known.set(of, { answer });
    return answer;
  };
}
