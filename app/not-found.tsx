import { ProblemPage } from "@/components/ui/problem-page";

export default function NotFound() {
  return <ProblemPage status={404} />;
}
